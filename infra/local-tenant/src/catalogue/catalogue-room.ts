import { type DirectoryCaller, forCaller } from '../directory/caller-tenant.ts';
import { denied } from '../directory/permission.ts';
import type { TenantReply, TenantRequest } from '../exchange.ts';
import { sameId } from '../organisation-lookup.ts';
import { administers, teamsAdministrators } from '../registrations/administers.ts';
import { empty, filterOf, found } from '../registrations/answers.ts';
import { errorReply, isReply } from '../reply.ts';
import type { Room } from '../room.ts';
import type { AppCatalogue, CatalogueApp } from './app-catalogue.ts';
import { type PackagedApp, readPackage } from './read-package.ts';

const notThere = (): TenantReply => errorReply(404, 'NotFound', 'App does not exist.');

/** Uploads are a person's: no application permission is enough for them. */
const mayUpload = ({ caller, tenant }: DirectoryCaller): boolean =>
  caller.kind === 'user' && administers(caller, tenant, 'AppCatalog.ReadWrite.All', teamsAdministrators);

const uploaded = (request: TenantRequest): PackagedApp | TenantReply => {
  if (request.headers['content-type'] !== 'application/zip')
    return errorReply(415, 'UnsupportedMediaType', 'The content type must be application/zip.');
  return readPackage(request.body) ?? errorReply(400, 'BadRequest', 'App package is not valid.');
};

const json = ({ id, packaged }: CatalogueApp, withDefinitions: boolean): object => ({
  id,
  externalId: packaged.externalId,
  displayName: packaged.manifest.name,
  distributionMethod: 'organization',
  ...(withDefinitions ? { appDefinitions: [{ teamsAppId: id, version: packaged.version, publishingState: 'published' }] } : {}),
});

const isHigher = (version: string, than: string): boolean => {
  const [left = [], right = []] = [version, than].map((text) => text.split('.').map(Number));
  const at = left.findIndex((part, index) => part !== right[index]);
  return at >= 0 && (left[at] ?? 0) > (right[at] ?? 0);
};

/** The organisation's own Teams apps. */
export const catalogueRoom =
  (catalogue: AppCatalogue): Room =>
  (supplies) => {
    const named = (request: TenantRequest, { tenant }: DirectoryCaller): CatalogueApp | undefined =>
      catalogue.of(tenant.id).find(({ id }) => sameId(id, request.params.id ?? ''));
    return [
      {
        method: 'GET',
        pattern: '/v1.0/appCatalogs/teamsApps',
        handle: forCaller(supplies, ['$filter', '$expand'], (request, from) => {
          if (!mayUpload(from)) return denied();
          const filter = filterOf(request, ['externalId', 'displayName']);
          if (filter && isReply(filter)) return filter;
          const expands = request.query.get('$expand') === 'appDefinitions';
          const value = catalogue
            .of(from.tenant.id)
            .filter(({ packaged: { externalId, manifest } }) =>
              filter === undefined ? true : sameId(filter.name === 'externalId' ? externalId : manifest.name, filter.value),
            );
          return found(request, 'appCatalogs/teamsApps', { value: value.map((app) => json(app, expands)) });
        }),
      },
      {
        method: 'POST',
        pattern: '/v1.0/appCatalogs/teamsApps',
        handle: forCaller(supplies, [], (request, from) => {
          if (!mayUpload(from)) return denied();
          const packaged = uploaded(request);
          if (isReply(packaged)) return packaged;
          if (catalogue.of(from.tenant.id).some((app) => sameId(app.packaged.externalId, packaged.externalId)))
            return errorReply(409, 'Conflict', 'App with same id already exists in the tenant.');
          return found(request, 'appCatalogs/teamsApps/$entity', json(catalogue.add(from.tenant.id, packaged), false), 201);
        }),
      },
      {
        method: 'POST',
        pattern: '/v1.0/appCatalogs/teamsApps/{id}/appDefinitions',
        handle: forCaller(supplies, [], (request, from) => {
          if (!mayUpload(from)) return denied();
          const app = named(request, from);
          if (!app) return notThere();
          const packaged = uploaded(request);
          if (isReply(packaged)) return packaged;
          if (!sameId(packaged.externalId, app.packaged.externalId))
            return errorReply(400, 'BadRequest', 'The id of the manifest is that of another app.');
          if (!isHigher(packaged.version, app.packaged.version))
            return errorReply(409, 'Conflict', 'App definition with the same or a higher version already exists.');
          catalogue.update(app.id, packaged);
          return found(request, 'teamsAppDefinition', { teamsAppId: app.id, version: packaged.version }, 201);
        }),
      },
      {
        method: 'DELETE',
        pattern: '/v1.0/appCatalogs/teamsApps/{id}',
        handle: forCaller(supplies, [], (request, from) => {
          if (!mayUpload(from)) return denied();
          const app = named(request, from);
          if (!app) return notThere();
          catalogue.remove(app.id);
          return empty();
        }),
      },
    ];
  };
