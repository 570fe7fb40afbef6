-- Row security lets an index be used only for comparisons that are leak-proof: of texts, not of enums.
-- So the key comes first, or every board would read all slices of its merchant.
DROP INDEX "slice_merchant_id_kind_key_key";
CREATE UNIQUE INDEX "slice_merchant_id_key_kind_key" ON "slice"("merchant_id", "key", "kind");
