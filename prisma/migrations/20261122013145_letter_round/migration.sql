-- AlterTable
ALTER TABLE "letters" ADD COLUMN     "round" SMALLINT NOT NULL DEFAULT 1;
