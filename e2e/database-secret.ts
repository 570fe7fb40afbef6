import { createHash } from "node:crypto";

/** The installation's key in every test: the template's sealed columns must open in its copies. */
export const testSecret = createHash("sha256").update("renhe tests").digest("hex");
