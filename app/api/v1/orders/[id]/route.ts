import { apiRoute } from '@/app/api/v1/api-route';
import { getOrder } from '@/lib/api/get-order';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute(getOrder);
