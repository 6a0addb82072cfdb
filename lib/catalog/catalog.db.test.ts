import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, query } from '@/lib/db';
import { loadMethod } from './method-form';
import { loadMethodTemplate } from './method-templates';
import { listMethods, loadDirection } from './queries';
import { saveAsset } from './save-asset';
import { saveDirection } from './save-direction';
import { saveMarketRate } from './save-market-rate';
import { saveMethod } from './save-method';
import { switchDirection } from './switch-direction';
import { admin, directionInput, makeCatalog, methodInput, person, refusal, titles } from './testing/inputs';

beforeAll(makeCatalog);
afterAll(closeDatabase);

describe('the catalog', () => {
  it('is changed and read in full by admins alone', async () => {
    for (const actor of [
      person('operator', 'support', 'cashier', 'customer'),
      { kind: 'guest', ip: '192.0.2.1' } as const,
    ]) {
      const expected = actor.kind === 'guest' ? 'not_signed_in' : 'forbidden';
      expect(
        (await refusal(saveMethod({ actor, methodId: null, input: methodInput('EVIL', 'RUB') }))).code,
      ).toBe(expected);
      expect(
        (
          await refusal(
            saveDirection({
              actor,
              isNew: true,
              fromCode: 'BANKRUB',
              toCode: 'COIN',
              input: directionInput(),
            }),
          )
        ).code,
      ).toBe(expected);
      expect(
        (await refusal(saveMarketRate({ actor, input: { baseCode: 'BTC', quoteCode: 'RUB', price: '1' } })))
          .code,
      ).toBe(expected);
      expect((await refusal(listMethods(actor))).code).toBe(expected);
    }
  });

  it('keeps amounts in the units of the asset, whatever form they were typed in', async () => {
    const method = await loadMethod(admin, 'BANKRUB');
    expect(method).toMatchObject({ minIn: '1000.5', payInFeePercent: '0.5', maxIn: '' });
  });

  it('tells every wrong field and changes nothing', async () => {
    const input = methodInput('bad code', 'RUB', {
      minIn: '10',
      maxIn: '5',
      payInFee: '1.234',
      payOutFeePercent: '80',
      sort: 'x',
      titleEn: '',
      fields: '{',
    });
    const { code, fields } = await refusal(saveMethod({ actor: admin, methodId: null, input }));
    expect(code).toBe('invalid_input');
    expect(fields).toMatchObject({
      code: { key: 'code' },
      payOutFeePercent: { key: 'percent' },
      sort: { key: 'whole' },
      titleEn: { key: 'required' },
      fields: { key: 'invalid' },
    });
    const crossed = await refusal(
      saveMethod({
        actor: admin,
        methodId: null,
        input: methodInput('CROSSED', 'RUB', { minIn: '10', maxIn: '5' }),
      }),
    );
    expect(crossed.fields).toEqual({ maxIn: { key: 'limitsCrossed' } });
    expect(await query(`SELECT 1 FROM payment_methods WHERE code NOT IN ('BANKRUB', 'COIN')`)).toEqual([]);
  });

  it('refuses a second method of one code, and keeps code and asset of a made one', async () => {
    const taken = await refusal(
      saveMethod({ actor: admin, methodId: null, input: methodInput('COIN', 'BTC') }),
    );
    expect(taken.code).toBe('code_taken');
    const { id } = await loadMethod(admin, 'COIN');
    await saveMethod({ actor: admin, methodId: id, input: methodInput('OTHER', 'RUB', { kind: 'crypto' }) });
    expect(await loadMethod(admin, 'COIN')).toMatchObject({ id, assetCode: 'BTC' });
  });

  it('never changes the scale of an asset that methods use', async () => {
    const input = { code: 'RUB', kind: 'fiat', scale: '3', symbol: '₽', ...titles };
    expect((await refusal(saveAsset({ actor: admin, isNew: false, input }))).fields).toEqual({
      scale: { key: 'scaleFixed' },
    });
  });

  it('refuses an exchange type that nobody can do, saying which ones can be done', async () => {
    const input = directionInput({ type: 'automatic' });
    const { code, fields } = await refusal(
      saveDirection({ actor: admin, isNew: true, fromCode: 'BANKRUB', toCode: 'COIN', input }),
    );
    expect(code).toBe('direction_type_impossible');
    expect(fields.type).toMatchObject({ params: { types: 'operator, semi_automatic' } });
  });

  it('audits who changed a direction, from what to what', async () => {
    const pair = { actor: admin, fromCode: 'BANKRUB', toCode: 'COIN' };
    await saveDirection({ ...pair, isNew: true, input: directionInput() });
    await saveDirection({
      ...pair,
      isNew: false,
      input: directionInput({ spreadPercent: '-0.25', getStep: '0.001' }),
    });
    const direction = await loadDirection(admin, 'BANKRUB', 'COIN');
    expect(direction).toMatchObject({ spreadPercent: '-0.25', getStep: '0.001' });
    const [row] = await query(
      `SELECT actor_name, ip, before->>'spreadBps' AS before, after->>'spreadBps' AS after FROM audit_records WHERE action = 'direction.update'`,
    );
    expect(row).toEqual({ actor_name: 'Admin', ip: '192.0.2.1', before: '190', after: '-25' });
    const [{ id = '' } = {}] = await query<{ id: string }>('SELECT id FROM directions');
    await switchDirection({ actor: admin, input: { directionId: id, enabled: false } });
    expect((await loadDirection(admin, 'BANKRUB', 'COIN')).enabled).toBe(false);
  });

  it('wants both sides of a fixed rate, and a rate above zero', async () => {
    const input = directionInput({ rateKind: 'fixed', fixedIn: '0', fixedOut: '' });
    const { fields } = await refusal(
      saveDirection({ actor: admin, isNew: true, fromCode: 'COIN', toCode: 'BANKRUB', input }),
    );
    expect(fields).toMatchObject({ fixedIn: { key: 'rate' }, fixedOut: { key: 'required' } });
  });
});

describe('a ready-made method', () => {
  it('is a direct one that can be saved as it is, once it has a code', async () => {
    const {
      titles: words,
      fields,
      instructions,
      claimTitles,
      ...rest
    } = await loadMethodTemplate(admin, 'moneymail');
    expect(Object.values({ ...words, ...instructions, ...claimTitles.payer }).every(Boolean)).toBe(true);
    const { enabled: _closed, referenceRequired: _on, ...plain } = rest;
    const input = methodInput('MMAILRUB', 'RUB', {
      ...Object.fromEntries(Object.entries(plain).filter(([, value]) => typeof value === 'string')),
      titleEn: words.en,
      titleRu: words.ru,
      fields: JSON.stringify(fields),
      referenceRequired: 'on',
    });
    await saveMethod({ actor: admin, methodId: null, input });
    expect(await loadMethod(admin, 'MMAILRUB')).toMatchObject({
      fields,
      payInConnectionId: '',
      referenceRequired: true,
    });
    expect((await refusal(loadMethodTemplate(admin, 'other'))).code).toBe('not_found');
    expect((await refusal(loadMethodTemplate(person('operator'), 'moneymail'))).code).toBe('forbidden');
  });
});
