import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, query } from '@/lib/db';
import { saveSettings, settingsVersion } from '@/lib/save-settings';
import { officeSettings } from '@/lib/settings';
import { loadMethod } from './method-form';
import { loadDirection } from './queries';
import { saveDirection } from './save-direction';
import { saveMethod } from './save-method';
import { saveOfficeRequisites } from './save-office-requisites';
import { switchDirection } from './switch-direction';
import { admin, directionInput, makeCatalog, methodInput, refusal } from './testing/inputs';

beforeAll(makeCatalog);
afterAll(closeDatabase);

const pair = { actor: admin, fromCode: 'BANKRUB', toCode: 'COIN' };
const stale = 'form_stale';

const settingsInput = async (more: Record<string, unknown> = {}) => ({
  officeName: 'Kantor',
  timeZone: 'Europe/Moscow',
  opensAt: '00:00',
  closesAt: '24:00',
  workDays: ['1', '2'],
  open: 'on',
  quoteMinutes: '10',
  maxOpenOrdersPerEmail: '3',
  maxOpenOrdersPerAddress: '6',
  expiryWarningMinutes: '10',
  contactEmail: 'support@kantor.test',
  version: settingsVersion(await officeSettings()),
  ...more,
});

describe('a form that was opened before somebody else’s change', () => {
  it('does not open a direction again that was closed meanwhile', async () => {
    await saveDirection({ ...pair, isNew: true, input: directionInput() });
    const { version } = await loadDirection(admin, 'BANKRUB', 'COIN');
    const [{ id = '' } = {}] = await query<{ id: string }>('SELECT id FROM directions');
    await switchDirection({ actor: admin, input: { directionId: id, enabled: false } });
    const save = (seen: string) =>
      saveDirection({ ...pair, isNew: false, input: directionInput({ textEn: 'Words', version: seen }) });
    expect((await refusal(save(version))).code).toBe(stale);
    const present = await loadDirection(admin, 'BANKRUB', 'COIN');
    expect(present.enabled).toBe(false);
    await save(present.version);
    expect((await loadDirection(admin, 'BANKRUB', 'COIN')).texts.en).toBe('Words');
  });

  it('does not take back another admin’s limits of a method, but the stop of payouts is no change of it', async () => {
    const before = await loadMethod(admin, 'BANKRUB');
    const save = (version: string, maxIn: string) =>
      saveMethod({
        actor: admin,
        methodId: before.id,
        input: methodInput('BANKRUB', 'RUB', { maxIn, version }),
      });
    await query(
      `UPDATE payment_methods SET payouts_stopped = true, updated_at = now() WHERE code = 'BANKRUB'`,
    );
    await save(before.version, '5000');
    expect((await refusal(save(before.version, ''))).code).toBe(stale);
    expect(await loadMethod(admin, 'BANKRUB')).toMatchObject({ maxIn: '5000', payoutsStopped: true });
  });

  it('does not bring the card before back, though orders have used the set meanwhile', async () => {
    const save = (requisitesId: string | null, value: string, version?: string) =>
      saveOfficeRequisites({
        actor: admin,
        methodCode: 'BANKRUB',
        requisitesId,
        input: {
          label: 'One',
          lines: JSON.stringify([{ key: 'card', titles: { en: 'Card', ru: 'Карта' }, value, copy: true }]),
          enabled: 'on',
          ...(version && { version }),
        },
      });
    const set = async () => {
      const [found] = (await loadMethod(admin, 'BANKRUB')).officeRequisites;
      if (!found) throw new Error('no set');
      return found;
    };
    await save(null, '2202200000000004');
    const { id, version } = await set();
    await query('UPDATE office_requisites SET last_used_at = now()');
    await save(id, '4111111111111111', version);
    expect((await refusal(save(id, '2202200000000004', version))).code).toBe(stale);
    expect((await set()).lines[0]?.value).toBe('4111111111111111');
  });

  it('does not open an office again that was closed meanwhile', async () => {
    const opened = await settingsInput();
    await saveSettings({ actor: admin, input: await settingsInput({ open: undefined }) });
    expect((await refusal(saveSettings({ actor: admin, input: opened }))).code).toBe(stale);
    expect((await officeSettings()).open).toBe(false);
    await saveSettings({ actor: admin, input: await settingsInput() });
    expect((await officeSettings()).open).toBe(true);
  });

  it('of two that are saved at once one is refused', async () => {
    const version = (await loadDirection(admin, 'BANKRUB', 'COIN')).version;
    const results = await Promise.allSettled(
      ['1', '2'].map((spreadPercent) =>
        saveDirection({ ...pair, isNew: false, input: directionInput({ spreadPercent, version }) }),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
