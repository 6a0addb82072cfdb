import { adapterContract } from '@/lib/payments/testing/contract';
import { samplePayment } from '@/lib/payments/testing/fixture';
import { direct } from '.';

adapterContract(direct, { settings: {}, payment: samplePayment() });
