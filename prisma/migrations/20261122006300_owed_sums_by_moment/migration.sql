-- A merchant's sums are those of a moment; no table of a merchant's is kept by the merchant alone.
ALTER TABLE "payout_owed" DROP CONSTRAINT "payout_owed_pkey",
ADD CONSTRAINT "payout_owed_pkey" PRIMARY KEY ("merchant_id", "summed_at");
