"use server";

import { z } from "zod";
import { readForm } from "@/app/merchant/read-form";
import { staffAct } from "@/app/merchant/staff-act";
import type { ActionResult } from "@/components/ui/action-result";
import { findRfmSegment } from "@/domain/metrics/rfm";
import { MAX_TAGS, tagSchema } from "@/features/customers/schema";
import { tagRfmSegment } from "@/features/insights/commands/tag-rfm-segment";
import { findRfmBefore } from "@/features/insights/components/rfm-tables";
import { readSlice } from "@/features/insights/schema";
import { isStorable } from "@/lib/forms/is-storable";

const askedList = z.object({
  segment: z.string().max(40),
  before: z.string().max(40),
  slice: z.string().max(200),
});

/** @param asked segment, earlier segment and part of the list's address; empty for all */
export async function tagSegmentAction(
  asked: { segment: string; before: string; slice: string },
  form: FormData,
): Promise<ActionResult> {
  return staffAct("customer.write", async ({ staff, text, now }) => {
    const input = readForm(tagSchema, Object.fromEntries(form), text);
    if (!input.ok) return input.refusal;
    const list = askedList.safeParse(asked).data;
    const segment = findRfmSegment(list?.segment);
    const before = findRfmBefore(list?.before);
    const slice = readSlice(list?.slice ?? "");
    const isUnknown = !list || (list.segment && !segment) || (list.before && !before);
    if (isUnknown || !slice || !isStorable(slice.key))
      return { ok: false, message: text("common.gone") };
    const tagged = await tagRfmSegment(staff, { ...input.data, slice, segment, before }, now);
    if (!tagged.ok) {
      return { ok: false, message: text("customers.tags.tooMany", { most: MAX_TAGS }) };
    }
    const { added, had, unreachable } = tagged;
    const { tag } = input.data;
    const more = unreachable > 0 ? text("insights.rfm.tag.unreachable", { unreachable }) : "";
    return { ok: true, keep: text("insights.rfm.tag.done", { added, had, tag }) + more };
  });
}
