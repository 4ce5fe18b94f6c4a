/** Bytes left and used in this profile, as the browser guesses them; null where it does not say. */
export async function storageRoom(): Promise<{ used: number; left: number } | null> {
  try {
    const { usage = 0, quota } = await navigator.storage.estimate();
    return quota === undefined ? null : { used: usage, left: Math.max(0, quota - usage) };
  } catch {
    return null;
  }
}
