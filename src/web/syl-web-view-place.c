/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-web-view-private.h"

/* Milliseconds a page has for an answer: the window may be waiting for it to close. */
#define PATIENCE 1000

/* Milliseconds after which a page knows that the pointer was lifted. */
#define FRESH 1000

typedef struct
{
  unsigned int request;
  guint timeout_id;
} Question;

static void
question_free (Question *question)
{
  g_clear_handle_id (&question->timeout_id, g_source_remove);
  g_free (question);
}

/* Before a page is there, the place is still the one that it is to be shown at. */
static void
answer (SylWebView *self,
        GTask      *task)
{
  const SylPagePlace *place = self->wanted_place != NULL ? self->wanted_place : self->known_place;

  if (place != NULL)
    g_task_return_pointer (task, syl_page_place_copy (place),
                           (GDestroyNotify) syl_page_place_free);
  else
    g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                                     "No place is known of the page");
}

/* Takes the task out of those that wait. */
static void
finish_task (SylWebView *self,
             GTask      *waiting)
{
  g_autoptr (GTask) task = waiting;

  g_queue_remove (&self->place_tasks, task);
  answer (self, task);
}

static gboolean
timeout_cb (gpointer user_data)
{
  GTask *task = user_data;
  Question *question = g_task_get_task_data (task);

  question->timeout_id = 0;
  finish_task (g_task_get_source_object (task), task);
  return G_SOURCE_REMOVE;
}

static GTask *
find_task (SylWebView   *self,
           unsigned int  request)
{
  for (GList *link = self->place_tasks.head; link != NULL; link = link->next)
    {
      const Question *question = g_task_get_task_data (link->data);

      if (question->request == request)
        return link->data;
    }
  return NULL;
}

static void
place_cb (SylWebView         *self,
          unsigned int        request,
          const SylPagePlace *place)
{
  GTask *task = find_task (self, request);

  g_clear_pointer (&self->known_place, syl_page_place_free);
  self->known_place = syl_page_place_copy (place);
  if (task != NULL)
    finish_task (self, task);
  else if (request == 0)
    g_signal_emit_by_name (self, "place-changed", place);
}

static void
ready_cb (SylWebView *self)
{
  self->is_ready = TRUE;
  if (self->is_pdf)
    _syl_web_view_apply_zoom (self);
  if (self->wanted_place == NULL)
    return;
  syl_web_bridge_restore_place (self->bridge, self->wanted_place);
  g_clear_pointer (&self->known_place, syl_page_place_free);
  self->known_place = g_steal_pointer (&self->wanted_place);
}

/* The page is gone, or another source is to come. Who waits gets the last place that is known. */
void
_syl_web_view_forget_place (SylWebView *self)
{
  while (!g_queue_is_empty (&self->place_tasks))
    finish_task (self, g_queue_peek_head (&self->place_tasks));
  g_clear_pointer (&self->wanted_place, syl_page_place_free);
  g_clear_pointer (&self->known_place, syl_page_place_free);
}

static gint64
get_now (void)
{
  return g_get_real_time () / G_TIME_SPAN_MILLISECOND;
}

void
_syl_web_view_get_place_async (SylPageView         *view,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  SylWebView *self = SYL_WEB_VIEW (view);
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Question *question = g_new0 (Question, 1);

  g_task_set_source_tag (task, _syl_web_view_get_place_async);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  if (!self->is_ready)
    {
      answer (self, task);
      g_object_unref (task);
      return;
    }
  question->request = ++self->last_request;
  question->timeout_id = g_timeout_add (PATIENCE, timeout_cb, task);
  g_queue_push_tail (&self->place_tasks, task);
  syl_web_bridge_ask_place (self->bridge, question->request,
                            get_now () - self->released < FRESH ? self->released : 0);
}

SylPagePlace *
_syl_web_view_get_place_finish (SylPageView   *view,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, view), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
event_cb (SylWebView *self,
          GdkEvent   *event)
{
  if (gdk_event_get_event_type (event) == GDK_BUTTON_RELEASE)
    self->released = get_now ();
  return GDK_EVENT_PROPAGATE;
}

/* Connects what the scripts tell. */
void
_syl_web_view_connect_place (SylWebView *self)
{
  GtkEventController *controller = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "event", G_CALLBACK (event_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
  g_signal_connect_object (self->bridge, "place", G_CALLBACK (place_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bridge, "ready", G_CALLBACK (ready_cb), self, G_CONNECT_SWAPPED);
}
