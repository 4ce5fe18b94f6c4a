import { numberFormat } from './formats.ts';

/** A whole number as the language writes it. */
export function wholeNumber(value: number): string {
  return numberFormat().format(value);
}

/** A share from 0 to 1 in whole percent, "92%" or "92 %" as the language has it. */
export function percent(share: number): string {
  return numberFormat({ style: 'percent' }).format(share);
}

/** A number with one decimal, "1.8". */
export function oneDecimal(value: number): string {
  return numberFormat({
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(value);
}
