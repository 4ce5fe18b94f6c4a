/**
 * The stores of the unit tests' support are used as they are; what they want of the test runner is this. Nothing is
 * watched, nothing is taken away: each scene has a document of its own.
 */
export const onTestFinished = (): void => {};

export const vi = {
  fn<F>(does?: F): F {
    return does ?? ((() => undefined) as F);
  },
};
