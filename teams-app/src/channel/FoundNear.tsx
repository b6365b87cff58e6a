import { ApiError } from '@ap/shared/contract/client';
import type { Outcode } from '@ap/shared/domain/pupils/outcode';
import { useApi } from '@ap/shared/ui/use-api';
import { countWords } from '@ap/shared/ui/words';
import * as React from 'react';

interface FoundNearProps {
  readonly near: Outcode;
  /** Told when the server knows no such area. */
  readonly onUnknown: (near: Outcode) => void;
}

/** What the channel would see around an area. Where it cannot be had, that is said; the area can be saved all the same. */
export const FoundNear: React.FC<FoundNearProps> = ({ near, onUnknown }) => {
  const found = useApi('searchDirectory', { query: { near } });
  const unknown = found.error instanceof ApiError && found.error.problem.code === 'unknown-postcode';
  React.useEffect(() => {
    if (unknown) onUnknown(near);
  }, [unknown, near, onUnknown]);
  return <div role="status">{sentence(near, found, unknown)}</div>;
};

const sentence = (
  near: Outcode,
  { data, error }: Pick<ReturnType<typeof useApi<'searchDirectory'>>, 'data' | 'error'>,
  unknown: boolean,
): string => {
  if (unknown) return '';
  if (error !== undefined) return 'What is there could not be looked up now. You can save all the same.';
  if (data === undefined) return `Looking for what is near ${near}`;
  const [nearest] = data.items;
  return `${countWords(data.total, 'service')} near ${near}.${nearest ? ` First in the list: ${nearest.name} by ${nearest.providerName}.` : ''}`;
};
