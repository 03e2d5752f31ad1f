/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "progress/syl-progress-picture.h"

/* Twice as fine as a screen that isn't: pictures are scaled wherever they go. */
#define SCALE 2

/**
 * syl_progress_picture_take:
 * @widget: a widget that was drawn
 *
 * Returns: (transfer full) (nullable): it as a picture, with what is scrolled out of sight; %NULL if it
 *   isn't on the screen
 */
GdkTexture *
syl_progress_picture_take (GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);

  gtk_snapshot_scale (snapshot, SCALE, SCALE);
  gdk_paintable_snapshot (paintable, snapshot, (double) width, (double) height);
  node = gtk_snapshot_free_to_node (snapshot);
  if (native == NULL || node == NULL)
    return NULL;
  return gsk_renderer_render_texture (gtk_native_get_renderer (native), node,
                                      &GRAPHENE_RECT_INIT (0, 0, width * SCALE, height * SCALE));
}

static void
encode (GTask        *task,
        gpointer      source,
        gpointer      task_data,
        GCancellable *cancellable)
{
  g_task_return_pointer (task, gdk_texture_save_to_png_bytes (task_data), (GDestroyNotify) g_bytes_unref);
}

/**
 * syl_progress_picture_encode_async:
 * @picture: a picture
 * @callback: called on the main thread
 * @user_data: for @callback
 */
void
syl_progress_picture_encode_async (GdkTexture          *picture,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (picture, NULL, callback, user_data);

  g_task_set_source_tag (task, syl_progress_picture_encode_async);
  g_task_set_task_data (task, g_object_ref (picture), g_object_unref);
  g_task_run_in_thread (task, encode);
}

/**
 * syl_progress_picture_encode_finish:
 * @result: what the callback got
 *
 * Returns: (transfer full): the picture as PNG
 */
GBytes *
syl_progress_picture_encode_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
