import { resultSignature, requestSignature, stateSignature, webToken } from '@/lib/payments/systems/robokassa/signature';
import {
  type Double,
  type DoubleAnswer,
  type DoubleRequest,
  formCallback,
  hostedPage,
  jsonAnswer,
  sentFields,
  textAnswer,
} from '@/scripts/doubles/double';
