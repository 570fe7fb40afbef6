-- Stars of a category over a year are those of its products: their days, not those of all products.
-- CreateIndex
CREATE INDEX "day_product_stars_merchant_id_product_id_day_idx" ON "day_product_stars"("merchant_id", "product_id", "day");
