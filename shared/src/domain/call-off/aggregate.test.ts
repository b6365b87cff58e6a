import { type Aggregate, type ChangeToSeal, replayOf, seal, unwritten } from './aggregate.ts';
import { aCommand, senco } from './call-off.fixture.ts';
import { stateRoom } from './call-off-room.ts';

interface Note {
  readonly kind: 'note';
}
type Book = Aggregate<Note> & { readonly pages: string };
const book = (pages = ''): Book => ({ ...unwritten, ref: 'B-1', pages });
const write = (state: Book, told: Partial<ChangeToSeal<Book, Note>> = {}, command = aCommand(senco)) =>
  seal<Book, Note>({ state, what: 'Written', works: [{ kind: 'note' }], ...told }, command);
const written = (...told: Parameters<typeof write>): Book => {
  const sealed = write(...told);
  if (!sealed) throw new Error('No room.');
  return sealed.state;
};

test('a change is one version, one line, one remembered command, and its effects lie in the same record', () => {
  const command = aCommand(senco);
  const sealed = write(book(), { comment: 'Why.' }, command);
  expect(sealed?.state).toMatchObject({
    version: 1,
    history: [{ at: command.now, by: senco.name, what: 'Written', comment: 'Why.' }],
    lastCommands: [{ id: command.id, version: 1 }],
    outbox: [{ kind: 'note', id: 'B-1-v1-0', version: 1 }],
  });
  expect(sealed?.effects).toEqual(sealed?.state.outbox);
  expect(written(book(), {}, command).history).toStrictEqual([{ at: command.now, by: senco.name, what: 'Written' }]);
});

test('an effect leaves the outbox only with its receipt', () => {
  const one = written(book());
  expect(written(one).outbox.map(({ id }) => id)).toEqual(['B-1-v1-0', 'B-1-v2-0']);
  expect(written(one, {}, aCommand(senco, { receipted: new Set(['B-1-v1-0']) })).outbox.map(({ id }) => id)).toEqual(['B-1-v2-0']);
});

test('a command that comes again is answered with what it did; after twenty others it is not known any more', () => {
  const command = aCommand(senco);
  let present = written(book(), {}, command);
  expect(replayOf<Book, Note>(present, aCommand(senco))).toBeUndefined();
  for (let others = 0; others < 19; others += 1) present = written(present);
  expect(replayOf<Book, Note>(present, command)).toEqual({ ok: true, state: present, effects: [], replay: { version: 1 } });
  expect(replayOf<Book, Note>(written(present), command)).toBeUndefined();
});

test('a record that is full to every other change has room for one that protects a child', () => {
  const full = book('x'.repeat(stateRoom - 20_000));
  expect(write(full)).toBeUndefined();
  expect(write(full, { protects: true, comment: 'y'.repeat(2_000) })?.state.version).toBe(1);
});

test('older history is folded before anything is refused', () => {
  let present = book('x'.repeat(stateRoom - 30_000));
  for (let changes = 0; changes < 10; changes += 1)
    present = written(
      present,
      { comment: 'y'.repeat(1_500) },
      { ...aCommand(senco), receipted: new Set(present.outbox.map(({ id }) => id)) },
    );
  expect(present.history[0]?.folded).toBeGreaterThan(1);
  expect(present.version).toBe(10);
});
