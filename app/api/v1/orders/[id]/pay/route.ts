import { apiRoute } from '@/app/api/v1/api-route';
import { postPay } from '@/lib/api/post-pay';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute(postPay);
