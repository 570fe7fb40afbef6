-- A day whose people are summed anew asks which rows it has: without this it would read those of all days.
CREATE INDEX "day_people_merchant_id_day_idx" ON "day_people"("merchant_id", "day");
