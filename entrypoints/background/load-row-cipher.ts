import { createRowCipher } from '../../lib/lock/row-cipher.ts';

/** Chromium's worker cannot load code late, so it has it from the start. */
export const loadRowCipher = async () => createRowCipher;
