/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GdkTexture *syl_progress_picture_take         (GtkWidget            *widget);
void        syl_progress_picture_encode_async (GdkTexture           *picture,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
GBytes     *syl_progress_picture_encode_finish (GAsyncResult        *result);

G_END_DECLS
