-- CreateTable
CREATE TABLE "simulator_operations" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "our_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "asset" TEXT NOT NULL,
    "amount" TEXT NOT NULL,
    "paid" TEXT,
    "fee" TEXT,
    "payer" JSONB,
    "asked" JSONB NOT NULL,
    "tell_at" TIMESTAMPTZ(3),
    "notices" JSONB NOT NULL DEFAULT '[]',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "simulator_operations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "simulator_shops" (
    "shop" TEXT NOT NULL,
    "payouts" TEXT NOT NULL DEFAULT 'by_rule',
    "opening" JSONB NOT NULL DEFAULT '{}',
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "simulator_shops_pkey" PRIMARY KEY ("shop")
);

-- CreateIndex
CREATE INDEX "simulator_operations_shop_kind_created_at_idx" ON "simulator_operations"("shop", "kind", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "simulator_operations_kind_our_id_key" ON "simulator_operations"("kind", "our_id");
