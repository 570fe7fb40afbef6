import { z } from "zod";

/** A day of the calendar within a century around us; Postgres knows no year 0. */
export const dayText = z.iso.date().refine((day) => day >= "2000-01-01" && day < "2100-01-01");
