/** Firefox's event page loads it where a passcode is set and was given, and starts without it. */
export const loadRowCipher = async () => (await import('../../lib/lock/row-cipher.ts')).createRowCipher;
