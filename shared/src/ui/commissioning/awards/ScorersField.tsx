import * as React from 'react';
import type { CouncilMember } from '../../../contract/council-members.ts';
import { personKey } from '../../../domain/people/person.ts';
import { CheckboxField } from '../../forms/fields/CheckboxField.tsx';
import { Notice } from '../../states/Notice.tsx';
import { memberRoleWords } from '../../words.tsx';
import { noneOfOurs } from './typed-award.ts';

interface Props {
  readonly members: readonly CouncilMember[];
  /** Keys of those who are chosen, or `noneOfOurs` alone. */
  readonly scorers: readonly string[];
  readonly onChange: (scorers: readonly string[]) => void;
}

const approves = ({ roles }: CouncilMember): boolean => roles.includes('award-approver');

/** Who of the council scored an award on the portal. Nobody is chosen until somebody says so: that none of them did is a choice of its own. */
export const ScorersField: React.FC<Props> = ({ members, scorers, onChange }) => {
  const choose = (chosen: readonly string[]): void => {
    const saysNone = chosen.includes(noneOfOurs) && !scorers.includes(noneOfOurs);
    onChange(saysNone ? [noneOfOurs] : chosen.filter((key) => key !== noneOfOurs || chosen.length === 1));
  };
  const approvers = members.filter(approves);
  const isNobodyLeft = approvers.length > 0 && approvers.every((member) => scorers.includes(personKey(member)));
  return (
    <>
      <CheckboxField
        name="scorers"
        label="Who scored this award?"
        hint="Choose everybody in the list who did. None of them can approve it. Whoever scored it from outside this list is not recorded here."
        values={scorers}
        options={[
          ...members.map((member) => ({
            value: personKey(member) as string,
            label: approves(member) ? `${member.name} (${memberRoleWords['award-approver'].toLowerCase()})` : member.name,
          })),
          { value: noneOfOurs, label: "Nobody in this list: none of the council's members scored it" },
        ]}
        onChange={choose}
      />
      {isNobodyLeft ? (
        <Notice title="Nobody is left to approve it">
          Everybody who approves awards scored this one. It waits until somebody else is given that role.
        </Notice>
      ) : null}
    </>
  );
};
