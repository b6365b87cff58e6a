import type { TypedFrameworkStatus } from '@ap/shared/domain/hand-edits/edit-law';
import { ProblemError } from '../http/problem-reply.ts';
import type { CarryOut } from '../ports/hand-edits.ts';
import type { Ports } from '../ports/ports.ts';
import { asOfficer } from '../tenders/roles.ts';
import { commandFramework, type FrameworkNeeds } from './frameworks.ts';

/** Carries out a status that somebody typed into the row of a framework that the app leads, once for each edit: in their roles, with what must hold first. */
export const typedFrameworkStatus =
  (ports: FrameworkNeeds & Pick<Ports, 'buyers'>): CarryOut<TypedFrameworkStatus> =>
  async ({ kind, frameworkRef }, by, key) => {
    try {
      await commandFramework(ports, await asOfficer(ports, by, key), frameworkRef, { kind });
      return { ok: true };
    } catch (error) {
      if (error instanceof ProblemError) return { ok: false, sentence: error.message };
      throw error;
    }
  };
