import { apiRoute } from '@/app/api/v1/api-route';
import { postOrder } from '@/lib/api/post-order';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute(postOrder);
