/** What opens an order's page: its id and the secret beside it. */
export type OrderLink = { orderId: string; secret: string };
