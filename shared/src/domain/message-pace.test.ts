import { mostPerMinute, takeTurn } from './message-pace.ts';

const at = (second: number, millisecond = 0): string => new Date(Date.UTC(2026, 10, 24, 10, 0, second, millisecond)).toISOString();
/** Ten turns, one a second from 10:00:00. */
const full = Array.from({ length: mostPerMinute }, (_, second) => at(second));

describe('ten messages a minute to one person', () => {
  test('the tenth goes at once', () => {
    expect(takeTurn(full.slice(0, 9), at(30))).toEqual({ taken: [...full.slice(0, 9), at(30)], waitSeconds: 0 });
    expect(takeTurn([], at(30))).toEqual({ taken: [at(30)], waitSeconds: 0 });
  });

  test('the eleventh waits until the first is a minute old, and takes no turn', () => {
    expect(takeTurn(full, at(30))).toEqual({ taken: full, waitSeconds: 30 });
    expect(takeTurn(full, at(29, 500))).toEqual({ taken: full, waitSeconds: 31 });
    expect(takeTurn(full, at(59, 999))).toEqual({ taken: full, waitSeconds: 1 });
  });

  test('a turn that is a minute old is forgotten', () => {
    expect(takeTurn(full, at(60))).toEqual({ taken: [...full.slice(1), at(60)], waitSeconds: 0 });
    expect(takeTurn(full, at(62, 1))).toEqual({ taken: [...full.slice(3), at(62, 1)], waitSeconds: 0 });
  });
});
