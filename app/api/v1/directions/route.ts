import { apiRoute } from '@/app/api/v1/api-route';
import { listDirections } from '@/lib/api/list-directions';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute(listDirections);
