import { Button, Field, Input, Select } from '@fluentui/react-components';
import * as React from 'react';
import type { PersonId } from '../person-key.ts';
import type { SearchCommand } from '../window-options.ts';
import type { FoundItem } from './compose-answer.ts';
import { useComposeSearch } from './use-compose-search.ts';

export interface SearchPanelProps {
  readonly person: PersonId;
  readonly command: SearchCommand;
  readonly onChoose: (item: FoundItem) => void;
  readonly onClose: () => void;
}

/** Moves among the field and the rows by the arrow keys, as Teams' own flyout does. */
const moveFocus = (panel: HTMLElement, by: 1 | -1): void => {
  const stops = [...panel.querySelectorAll<HTMLElement>('input, .found-row')];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  stops[Math.min(Math.max(at + by, 0), stops.length - 1)]?.focus();
};

/** The flyout of a search command: one field at a time, rows as they are found, the first of them before anything is typed. */
export const SearchPanel = ({ person, command, onChoose, onClose }: SearchPanelProps): React.ReactElement => {
  const [parameterName, setParameterName] = React.useState(command.parameters[0]?.name ?? '');
  const [text, setText] = React.useState('');
  const panel = React.useRef<HTMLElement>(null);
  const parameter = command.parameters.find(({ name }) => name === parameterName);
  const { items, sentence, more, busy, showMore } = useComposeSearch(person, command.id, parameterName, text);
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.key === 'Escape') onClose();
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : undefined;
    if (by === undefined || !panel.current || event.target instanceof HTMLSelectElement) return;
    event.preventDefault();
    moveFocus(panel.current, by);
  };
  const count = `${items.length} ${items.length === 1 ? 'result' : 'results'}${more ? ' so far' : ''}`;
  return (
    <section ref={panel} className="search-panel" aria-label={command.title} onKeyDown={onKeyDown}>
      <div className="search-fields">
        {command.parameters.length > 1 && (
          <Field label="Search by">
            <Select
              value={parameterName}
              onChange={(_, { value }) => {
                setParameterName(value);
                setText('');
              }}
            >
              {command.parameters.map(({ name, title }) => (
                <option key={name} value={name}>
                  {title}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <Field className="grow" label={parameter?.title ?? 'Search'} hint={parameter?.description ?? ''}>
          <Input autoFocus type="search" value={text} onChange={(_, { value }) => setText(value)} />
        </Field>
        <Button onClick={onClose}>Close</Button>
      </div>
      <p className="quiet" role="status">
        {busy ? 'Searching' : (sentence ?? count)}
      </p>
      <ul className="found" aria-label="Results" aria-busy={busy}>
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no id, and a new search makes new rows
          <li key={index}>
            <button type="button" className="row found-row" onClick={() => onChoose(item)}>
              <b>{item.title}</b>
              <span>{item.text}</span>
            </button>
          </li>
        ))}
      </ul>
      {more && (
        <Button size="small" disabled={busy} onClick={showMore}>
          Show more results
        </Button>
      )}
    </section>
  );
};
