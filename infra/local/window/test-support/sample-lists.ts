import { frameworkSitePath, siteHostname } from '../../sample/ids.ts';
import { administrator, graph, type StartedWindow } from './started-window.ts';

const providers = {
  displayName: 'Providers',
  description: 'Who provides what. Commissioners may edit it.',
  columns: [
    { name: 'Code', displayName: 'Provider code', required: true, indexed: true, enforceUniqueValues: true, text: { maxLength: 20 } },
    { name: 'Status', displayName: 'Status', choice: { choices: ['active', 'suspended'], displayAs: 'dropDownMenu' } },
    { name: 'DayPrice', displayName: 'Price per day', currency: { locale: 'en-GB' } },
    { name: 'CheckedOn', displayName: 'Checked on', dateTime: { format: 'dateOnly' } },
  ],
};

const callOffs = {
  displayName: 'CallOffs',
  description: 'Requests, approvals and orders. Read only for people: the product writes it.',
  columns: [{ name: 'Status', displayName: 'Status', text: { maxLength: 50 } }],
};

const views = [
  {
    title: 'All providers',
    columns: ['LinkTitle', 'Status', 'DayPrice', 'CheckedOn'],
    query: '<OrderBy><FieldRef Name="Code" /></OrderBy>',
    isDefault: true,
  },
  {
    title: 'Suspended',
    columns: ['Code', 'LinkTitle'],
    query:
      '<Where><Eq><FieldRef Name="Status" /><Value Type="Choice">suspended</Value></Eq></Where><OrderBy><FieldRef Name="Code" Ascending="FALSE" /></OrderBy>',
    isDefault: false,
  },
];

const formats = {
  Status: JSON.stringify({
    elmType: 'div',
    style: { padding: '2px 8px', 'border-radius': '4px' },
    attributes: { class: "=if(@currentField == 'suspended', 'sp-field-severity--blocked', 'sp-field-severity--good')" },
    txtContent: '@currentField',
  }),
  CheckedOn: JSON.stringify({
    elmType: 'div',
    style: { padding: '2px 8px', 'border-radius': '4px' },
    attributes: { class: "=if(@currentField < @now, 'sp-field-severity--blocked', '')" },
    children: [
      { elmType: 'span', txtContent: '@currentField.displayValue' },
      { elmType: 'span', txtContent: "=if(@currentField < @now, ' Lapsed', '')" },
    ],
  }),
};

/** The roles of a list that people only read: site owners keep Read, nobody else has anything. */
const readRole = 1_073_741_826;
const owners = { id: 3, role: 1_073_741_829 };

/** Two lists as an administrator sets them up: one that commissioners edit (60 rows), one that they only read. */
export const setUpLists = async (run: StartedWindow): Promise<void> => {
  const Authorization = `Bearer ${await run.appToken(administrator, graph)}`;
  const site = (await run.asTenant({
    method: 'GET',
    path: `/v1.0/sites/${siteHostname}:${frameworkSitePath}`,
    headers: { Authorization },
  })) as { id: string };
  const lists = `/v1.0/sites/${site.id}/lists`;
  for (const list of [providers, callOffs]) await run.asTenant({ method: 'POST', path: lists, headers: { Authorization }, json: list });
  const add = (list: string, fields: object) =>
    run.asTenant({ method: 'POST', path: `${lists}/${list}/items`, headers: { Authorization }, json: { fields } });
  for (let index = 1; index <= 60; index += 1) {
    const number = String(index).padStart(2, '0');
    await add('Providers', {
      Title: `Provider ${number}`,
      Code: `P-${number}`,
      Status: index % 30 === 0 ? 'suspended' : 'active',
      DayPrice: 100 + index,
      CheckedOn: index === 1 ? '2020-09-01T12:00:00Z' : '2090-09-01T12:00:00Z',
    });
  }
  await add('CallOffs', { Title: 'CO-0001', Status: 'awaiting-approval' });

  const restToken = `Bearer ${await run.appToken(administrator, `https://${siteHostname}`)}`;
  const rest = (path: string, json?: object, list = 'CallOffs', verb: Readonly<Record<string, string>> = {}) =>
    run.asTenant({
      method: 'POST',
      path: `${frameworkSitePath}/_api/web/lists/getbytitle('${list}')/${path}`,
      headers: { Authorization: restToken, Accept: 'application/json;odata=nometadata', ...verb },
      ...(json === undefined ? {} : { json }),
    });
  for (const { title, columns, query, isDefault } of views) {
    await rest('views', { Title: title, ViewQuery: query, DefaultView: isDefault }, 'Providers');
    for (const column of columns)
      await rest(`views/getbytitle('${encodeURIComponent(title)}')/viewfields/addviewfield('${column}')`, {}, 'Providers');
  }
  for (const [column, CustomFormatter] of Object.entries(formats))
    await rest(`fields/getbyinternalnameortitle('${column}')`, { CustomFormatter }, 'Providers', {
      'X-HTTP-Method': 'MERGE',
      'If-Match': '*',
    });
  await rest('breakroleinheritance(copyRoleAssignments=true,clearSubscopes=true)');
  await rest(`roleassignments/addroleassignment(principalid=${owners.id},roledefid=${readRole})`);
  await rest(`roleassignments/removeroleassignment(principalid=${owners.id},roledefid=${owners.role})`);
};
