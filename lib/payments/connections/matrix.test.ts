import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { paymentSystems } from '@/lib/payments/registry';
import { matrixBegin, matrixEnd, systemsMatrix, withMatrix } from './matrix';
import { sampleBank, sampleDoor } from './testing/sample-bank';

describe('README’s table of systems', () => {
  it('tells what the registered systems can do now; else run npm run systems:matrix', () => {
    const readme = readFileSync('README.md', 'utf8');
    expect(readme).toBe(withMatrix(readme, systemsMatrix(paymentSystems)));
  });

  it('is read from the groups of each system', () => {
    const [, , bank, door] = systemsMatrix([sampleBank, sampleDoor]).split('\n');
    const cells = (row = '') => row.split('|').map((cell) => cell.trim());
    expect(cells(bank).slice(1, -1)).toEqual([
      'Sample bank (`sample`)',
      ...['yes', '', 'yes', 'yes', 'yes', '', 'yes'],
      'service',
    ]);
    expect(cells(door).slice(2, -1)).toEqual(['yes', '', '', '', '', '', '', 'legacy']);
  });

  it('changes nothing outside of its markers, and can be written again', () => {
    const text = `before\n${matrixBegin}\nold\n${matrixEnd}\nafter\n`;
    const once = withMatrix(text, 'new');
    expect(once).toBe(`before\n${matrixBegin}\n\nnew\n\n${matrixEnd}\nafter\n`);
    expect(withMatrix(once, 'new')).toBe(once);
    expect(() => withMatrix('nothing', 'new')).toThrow();
  });
});
