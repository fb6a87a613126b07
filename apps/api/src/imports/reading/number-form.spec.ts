import { ImportPreset } from '@forecall/contracts';
import { numberReader } from './number-form.js';

const file = (form: object) => ImportPreset.shape.file.parse(form);

describe('numbers as a file writes them', () => {
  it.each([
    [{}, '12', 12],
    [{}, '-0.5', -0.5],
    [{}, '+3', 3],
    [{ thousands: ',' }, '1,234,567.8', 1_234_567.8],
    [{ thousands: ',' }, '1234', 1234],
    [{ decimal: ',' }, '0,25', 0.25],
    [{ decimal: ',', thousands: '.' }, '1.250,5', 1250.5],
  ])('%j reads %s', (form, text, value) => {
    expect(numberReader(file(form))(text, 'Sum')).toBe(value);
  });

  it.each([
    [{}, '1,234'],
    [{}, '12 s'],
    [{}, '1e3'],
    [{}, '0x10'],
    [{}, '.'],
    [{ thousands: ',' }, '12,34'],
    [{ decimal: ',' }, '0.25'],
    [{}, '1e400'],
  ])('%j does not read %s', (form, text) => {
    expect(() => numberReader(file(form))(text, 'Sum')).toThrow('is no number');
  });

  it('does not read a number without end', () => {
    expect(() => numberReader(file({}))('9'.repeat(400), 'Sum')).toThrow('is too large a number');
  });
});
