import * as React from 'react';
import { AccessibilityPage } from '../../accessibility/AccessibilityPage.tsx';
import { accessExhibits } from './access.tsx';
import { awayExhibits } from './away.tsx';
import { blockExhibits } from './blocks.tsx';
import { callOffExhibits, listExhibits } from './call-offs.tsx';
import { commissioningExhibits } from './commissioning/all.tsx';
import { concernExhibits } from './concerns.tsx';
import { directoryExhibits, serviceExhibits } from './directory.tsx';
import { enquiryExhibits } from './enquiries.tsx';
import { eventExhibits } from './events.tsx';
import type { Exhibit } from './exhibit.tsx';
import { invoiceExhibits } from './invoices.tsx';
import { noticeExhibits } from './notices.tsx';
import { orderExhibits } from './orders.tsx';
import { placementExhibits } from './placements.tsx';
import { requestExhibits } from './request.tsx';
import { shortlistExhibits } from './shortlist.tsx';
import { surveyExhibits } from './surveys.tsx';

/** Every screen in every state. */
export const gallery: readonly Exhibit[] = [
  ...directoryExhibits,
  ...serviceExhibits,
  ...shortlistExhibits,
  ...requestExhibits,
  ...listExhibits,
  ...callOffExhibits,
  ...orderExhibits,
  ...placementExhibits,
  ...accessExhibits,
  ...awayExhibits,
  ...concernExhibits,
  ...blockExhibits,
  ...invoiceExhibits,
  ...enquiryExhibits,
  ...noticeExhibits,
  ...eventExhibits,
  ...surveyExhibits,
  ...commissioningExhibits,
  {
    name: 'accessibility statement',
    screen: <AccessibilityPage />,
    place: { at: 'accessibility' },
    answers: { listCallOffs: () => ({ callOffs: [] }) },
    shows: 'partially compliant',
  },
];
