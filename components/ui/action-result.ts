/** What a dashboard action answers, in words for the person: shown as a toast or beside the form. */
export type ActionResult =
  | {
      ok: true;
      /** Passes by as a toast. */
      message?: string;
      /** Stays beside the form until the next try: a password that is shown once. */
      keep?: string;
      goTo?: string;
      /** Handed to the browser as a download. */
      file?: { name: string; text: string };
    }
  | { ok: false; message: string; faults?: Record<string, string> };

export type FormAction = (form: FormData) => Promise<ActionResult>;
