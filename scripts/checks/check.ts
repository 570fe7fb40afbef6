/** One violation: where it stands (`path` or `path:line`) and the sentence that says what is wrong. */
export type Finding = { place: string; message: string };

/**
 * A house rule. `run` gets the absolute path of the tree to judge and returns its violations, none
 * when the tree keeps the rule. It throws when it could not look; the caller counts that as a failure.
 */
export type Check = { name: string; run: (root: string) => Promise<Finding[]> };
