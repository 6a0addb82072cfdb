import { apiRoute } from '@/app/api/v1/api-route';
import { postCancel } from '@/lib/api/post-cancel';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute(postCancel);
