import type { TeamsAppManifest } from '../organisation.ts';
import { asObject } from '../reply.ts';
import type { FeedEntry } from './feed-store.ts';

/** What a notification says, with the blanks of its sentence filled. */
export type Notification = Pick<FeedEntry, 'activityType' | 'text' | 'preview' | 'topic' | 'webUrl' | 'chainId'>;

const known = ['topic', 'activityType', 'chainId', 'previewText', 'templateParameters'];

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Name and value of each parameter; undefined when the list is not one of pairs of texts. */
const parametersOf = (value: unknown): ReadonlyMap<string, string> | undefined => {
  if (value === undefined) return new Map();
  if (!Array.isArray(value)) return undefined;
  const pairs = value.map((entry) => [text(asObject(entry)?.name), text(asObject(entry)?.value)] as const);
  return pairs.every((pair): pair is [string, string] => pair[0] !== undefined && pair[1] !== undefined) ? new Map(pairs) : undefined;
};

const blanksOf = (template: string): readonly string[] =>
  [...template.matchAll(/\{([A-Za-z0-9]+)\}/g)].map(([, name]) => name ?? '').filter((name) => name !== 'actor');

/**
 * Reads the body of `sendActivityNotification` against the installed app's manifest. A sentence says why it is refused. Where it is not known whether the
 * service would notice (a blank too many, a property that it does not know), this is strict: what it ignores would be a mistake of ours.
 */
export const parseNotification = (
  body: Readonly<Record<string, unknown>> | undefined,
  manifest: TeamsAppManifest,
): Notification | string => {
  if (!body) return 'The request body is not JSON.';
  const foreign = Object.keys(body).find((name) => !known.includes(name));
  if (foreign !== undefined) return `LOCAL TENANT: the property '${foreign}' of a notification is unknown or not served.`;
  const topic = asObject(body.topic);
  if (topic?.source !== 'text') return "LOCAL TENANT: a topic must have the source 'text'; 'entityUrl' is not served.";
  const [value, webUrl] = [text(topic.value), text(topic.webUrl)];
  if (value === undefined || webUrl === undefined) return "A topic of the source 'text' must have a value and a webUrl.";
  if (!webUrl.startsWith(`${manifest.linkOrigin}/l/`)) return `The webUrl of a topic must be a link to Teams: ${webUrl} is not.`;
  const preview = text(asObject(body.previewText)?.content);
  if (preview === undefined) return 'The previewText must have a content.';
  const type = manifest.activityTypes.find((declared) => declared.type === body.activityType);
  if (!type) return `The activity type '${String(body.activityType)}' is not declared in the manifest of the installed app.`;
  if (body.chainId !== undefined && !Number.isSafeInteger(body.chainId))
    return "Cannot convert the value of 'chainId' to type 'Edm.Int64'.";
  const parameters = parametersOf(body.templateParameters);
  if (!parameters) return 'The templateParameters must be pairs of a name and a value.';
  const blanks = blanksOf(type.templateText);
  const missing = blanks.find((name) => !parameters.has(name));
  if (missing !== undefined) return `The template parameter '${missing}' of '${type.type}' is missing.`;
  const unused = [...parameters.keys()].find((name) => !blanks.includes(name));
  if (unused !== undefined) return `LOCAL TENANT: '${unused}' is no template parameter of '${type.type}'.`;
  const sentence = type.templateText.replace(/\{([A-Za-z0-9]+)\}/g, (_, name: string) =>
    name === 'actor' ? manifest.name : (parameters.get(name) ?? ''),
  );
  return {
    activityType: type.type,
    text: sentence,
    preview,
    topic: value,
    webUrl,
    ...(body.chainId === undefined ? {} : { chainId: body.chainId as number }),
  };
};
