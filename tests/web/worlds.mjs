// Worlds in which nothing is scripted: everything is done by hand.

/** A shop in Hangzhou and a Korean wallet. */
export const teaShop = {
  id: 'tea-shop',
  title: 'By hand',
  summary: 'A shop in Hangzhou and a Korean wallet.',
  source: 'https://docs.alipayplus.com/',
  world: {
    clock: '2025-06-10T12:00:00+08:00',
    region: 'CN',
    wallet: { currency: 'KRW', balance: { value: '20000000', currency: 'KRW' } },
    merchant: {
      referenceMerchantId: 'M000000000001', merchantMCC: '5499', merchantName: 'Jasmine Tea', region: 'CN', city: 'Hangzhou',
      referenceStoreId: 'S1', storeName: 'Jasmine Tea', storeMCC: '5499',
    },
    quotes: [{ quoteId: 'q', pair: 'CNY/KRW', price: '190.0000' }],
  },
  steps: [{ id: 'start', say: 'Everything is done by hand.', run: { until: 'idle' } }],
};

/** A web shop in Hong Kong and a wallet of the city. */
export const webShop = {
  id: 'web-shop',
  title: 'By hand',
  summary: 'A web shop in Hong Kong and a wallet of the city.',
  source: 'https://docs.alipayplus.com/',
  flow: 'easy-pay',
  world: {
    clock: '2025-09-01T10:00:00.000+08:00',
    region: 'HK',
    wallet: { currency: 'HKD', balance: { value: '10000', currency: 'HKD' } },
    merchant: {
      referenceMerchantId: 'M1', merchantMCC: '5942', merchantName: 'Harbour Books', region: 'HK', city: 'Hong Kong',
      referenceStoreId: 'S1', storeName: 'Harbour Books online', storeMCC: '5942',
    },
  },
  steps: [{ id: 'start', say: 'Everything is done by hand.', run: { until: 'idle' } }],
};
