import { type Client, GraphError } from '@microsoft/microsoft-graph-client';
import { readAll } from '../graph/graph.ts';
import { readPrincipal } from '../setup/registered.ts';
import { graphAppId } from '../setup/registrations.ts';

interface Assignment {
  readonly resourceId: string;
  readonly resourceDisplayName?: string;
  readonly appRoleId: string;
}

/**
 * The application permissions that an app was given, as Entra keeps them: Graph's by name, another service's by id and service. Undefined where the caller may not read that
 * (`Application.Read.All`). Throws where the tenant does not know the app.
 */
export const givenRoles = async (graph: Client, appId: string): Promise<readonly string[] | undefined> => {
  try {
    const own = await readPrincipal({ graph }, appId);
    const offered = await readPrincipal({ graph }, graphAppId);
    if (!own) throw new Error(`the tenant has no enterprise application ${appId}`);
    const given = await readAll<Assignment>(graph, `/servicePrincipals/${own.id}/appRoleAssignments`);
    return given.map(({ resourceId, resourceDisplayName, appRoleId }) =>
      resourceId === offered?.id
        ? (offered.appRoles.find(({ id }) => id === appRoleId)?.value ?? appRoleId)
        : `${appRoleId} of ${resourceDisplayName ?? resourceId}`,
    );
  } catch (failure) {
    if (failure instanceof GraphError && failure.statusCode === 403) return undefined;
    throw failure;
  }
};
