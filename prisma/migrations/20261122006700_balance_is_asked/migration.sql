-- The balance of the operating account is asked when it is shown: kept beside sums of another moment it
-- said two things at once.
ALTER TABLE "payout_owed" DROP COLUMN "balance_fen", DROP COLUMN "balance_day";
