import { judgeReplies } from './judge-replies.ts';

const made = (id: string) => ({ id, status: 201 });
const busy = (id: string, seconds: string) => ({ id, status: 429, headers: { 'Retry-After': seconds } });
const there = (id: string) => ({
  id,
  status: 400,
  body: { error: { code: 'invalidRequest', message: 'One or more fields with unique constraints already has the provided value.' } },
});

describe('the answers to a batch of new rows', () => {
  it('are done when every row is made or was there already, in whatever order they come', () => {
    expect(judgeReplies(3, [there('2'), made('0'), made('1')])).toEqual({ again: [], waitSeconds: 1 });
  });

  it('send again what the service was too busy for, after the longest wait that it asked for', () => {
    expect(judgeReplies(3, [busy('0', '4'), made('1'), busy('2', '9')])).toEqual({ again: [0, 2], waitSeconds: 9 });
  });

  it('send again a row that was not answered for', () => {
    expect(judgeReplies(2, [made('1')]).again).toEqual([0]);
  });

  it('stop at a row that the service refuses, and name it', () => {
    const refusedReply = { id: '1', status: 400, body: { error: { code: 'invalidRequest', message: "Field 'X' is required." } } };
    expect(judgeReplies(2, [made('0'), refusedReply]).refused).toEqual({ index: 1, sentence: "400 invalidRequest Field 'X' is required." });
  });
});
