-- CreateIndex
CREATE INDEX "history_line_merchant_id_code_sold_at_idx" ON "history_line"("merchant_id", "code", "sold_at");
