import * as React from 'react';
import { hiddenFromSight } from './hidden-from-sight.tsx';

type Announce = (sentence: string) => void;

const Context = React.createContext<Announce>(() => undefined);

/** Says a sentence to screen readers, politely. The same sentence twice is read twice. */
export const useAnnounce = (): Announce => React.useContext(Context);

/** The one polite live region of a root. It stands in the page from the start, because a region added with its text is often not read. */
export const Announcer: React.FC<{ readonly children: React.ReactNode }> = ({ children }) => {
  const [said, setSaid] = React.useState({ sentence: '', turn: 0 });
  // What was said is gone again before a person reading on comes to it.
  React.useEffect(() => {
    if (said.sentence === '') return;
    const timer = setTimeout(() => setSaid(({ turn }) => ({ sentence: '', turn })), 10_000);
    return () => clearTimeout(timer);
  }, [said]);
  const announce = React.useCallback<Announce>((sentence) => setSaid(({ turn }) => ({ sentence, turn: turn + 1 })), []);
  return (
    <Context.Provider value={announce}>
      {children}
      <div aria-live="polite" style={hiddenFromSight} data-announcer="">
        <span key={said.turn}>{said.sentence}</span>
      </div>
    </Context.Provider>
  );
};
