/** Settings of the simulator in tests, as an admin would type them. */
export const simulatorSample = { shop: 'sample-shop', secret: 'simulator-sample-secret', feePercent: '1' };
