import * as React from 'react';

const Context = React.createContext<React.MutableRefObject<string>>({ current: '' });

/** Remembers the last search of this root, so that 'Back to the results' goes to the results and not to an empty form. */
export const LastSearch: React.FC<{ readonly children: React.ReactNode }> = ({ children }) => (
  <Context.Provider value={React.useRef('')}>{children}</Context.Provider>
);

export const useLastSearch = (): React.MutableRefObject<string> => React.useContext(Context);
