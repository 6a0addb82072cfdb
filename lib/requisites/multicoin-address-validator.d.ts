declare module 'multicoin-address-validator' {
  export function validate(address: string, coin: string, options: { networkType: 'prod' }): boolean;
}
