/** The chat client's own connector: what the bot has said is told to it there, as the Bot Connector tells Teams. */
export interface ClientConnector {
  /** The id that the client gave the message. */
  readonly send: (activity: Readonly<Record<string, unknown>>) => Promise<string>;
  readonly update: (activityId: string, activity: Readonly<Record<string, unknown>>) => Promise<void>;
}

export const clientConnector = (serviceUrl: string, conversationId: string, botId: string): ClientConnector => {
  const activities = `${serviceUrl.replace(/\/$/, '')}/v3/conversations/${encodeURIComponent(conversationId)}/activities`;
  const call = async (method: string, url: string, activity: Readonly<Record<string, unknown>>): Promise<unknown> => {
    const response = await fetch(url, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...activity, from: { id: botId, name: 'Bot' }, conversation: { id: conversationId } }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`The chat client refused a message (${response.status}): ${text.slice(0, 300)}`);
    return text === '' ? {} : JSON.parse(text);
  };
  return {
    send: async (activity) => {
      const { id } = (await call('POST', activities, activity)) as { id?: string };
      if (!id) throw new Error('The chat client gave the message no id.');
      return id;
    },
    update: async (activityId, activity) => {
      await call('PUT', `${activities}/${encodeURIComponent(activityId)}`, { ...activity, id: activityId });
    },
  };
};
