/** Who did what to what, and where it stands in the sealed chain. */
export type AuditEntryView = {
  id: string;
  at: Date;
  actorKind: string;
  actorId: string | null;
  action: string;
  objectKind: string;
  objectId: string;
  details: unknown;
  /** Null until the worker has sealed it. */
  sealSeq: bigint | null;
};
