declare module 'virtual:messages' {
  /** The words of a language by its tag. */
  const messages: Record<string, () => Promise<{ default: Record<string, { message: string }> }>>;
  export default messages;
}
