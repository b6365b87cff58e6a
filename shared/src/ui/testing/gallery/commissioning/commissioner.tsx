import * as React from 'react';
import { type CommissioningPlace, commissioningPlace } from '../../../../contract/commissioning-place.ts';
import { CommissioningPage } from '../../../commissioning/CommissioningPage.tsx';
import { meAs } from '../../../forms/testing/samples.ts';
import type { Answers } from '../exhibit.tsx';

/** The area at one of its pages. */
export const areaAt = (page: CommissioningPlace) => ({ screen: <CommissioningPage />, place: commissioningPlace(page) });

/** What every page of the area asks, as a commissioner is answered. */
export const asCommissioner: Answers = { getMe: () => ({ ...meAs(), commissioner: true }), listCallOffs: () => ({ callOffs: [] }) };
