/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agent/syl-agent-call.h"

#include "agent/syl-agent-launch.h"
#include "agent/syl-agent-look.h"
#include "agent/syl-agent-watch.h"
#include "call/syl-wall-timer.h"
#include "model/syl-library.h"

struct _SylAgentCall
{
  SylAgent *agent;      /* unowned */
  char *path;           /* owned; of the library */
  SylWallTimer *timer;  /* owned */
  SylAgentWatch *watch; /* owned */
  GCancellable *cancellable;
  unsigned int n_tries; /* for the call that is due */
  gint64 next_try;      /* monotonic time, when there was a try */
  gint64 withdrawn;     /* the call that the program was told to withdraw, 0 if none */
  guint looking : 1;
  guint again : 1;      /* something changed meanwhile */
};

static void look (SylAgentCall *self);

/* Tests have no minutes to wait. */
static gint64
get_minute (void)
{
  const char *seconds = g_getenv ("SYLLABUS_RETRY_SECONDS");
  gint64 value = seconds != NULL ? g_ascii_strtoll (seconds, NULL, 10) : 0;

  return (value > 0 ? value : 60) * G_USEC_PER_SEC;
}

/* After the first try, the second, and so on. */
static gint64
get_patience (unsigned int n_tries)
{
  static const gint64 minutes[] = { 1, 5, 30, 60 };

  return minutes[MIN (n_tries, G_N_ELEMENTS (minutes)) - 1] * get_minute ();
}

static void
wait_for (SylAgentCall *self,
          gint64        span)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) moment = g_date_time_add (now, span);

  syl_wall_timer_set (self->timer, moment);
}

/* However often something changes, the program is not started again before its time. */
static void
make_call (SylAgentCall *self)
{
  gint64 now = g_get_monotonic_time ();

  if (self->n_tries == 0 || now >= self->next_try)
    {
      self->n_tries++;
      self->next_try = now + get_patience (self->n_tries);
      syl_agent_launch (self->agent, "remind", NULL, 0);
    }
  wait_for (self, self->next_try - now);
}

static void
take (SylAgentCall       *self,
      const SylAgentLook *seen)
{
  if (seen->due)
    make_call (self);
  else
    {
      self->n_tries = 0;
      syl_wall_timer_set (self->timer, seen->next);
    }
  if (seen->stale != 0 && seen->stale != self->withdrawn)
    syl_agent_launch (self->agent, "withdraw-reminder", NULL, 0);
  self->withdrawn = seen->stale;
}

/* Without a library that can be read there is no call, until it changes. */
static void
looked_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SylAgentLook) seen = syl_agent_look_finish (result, &error);
  SylAgentCall *self = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->looking = FALSE;
  if (seen != NULL)
    take (self, seen);
  else if (g_error_matches (error, SYL_STORE_ERROR, SYL_STORE_ERROR_BUSY))
    wait_for (self, get_minute ());
  else
    syl_wall_timer_set (self->timer, NULL);
  if (self->again)
    look (self);
}

static void
look (SylAgentCall *self)
{
  self->again = self->looking;
  if (self->looking)
    return;
  self->looking = TRUE;
  syl_agent_look_async (self->path, self->cancellable, looked_cb, self);
}

static void
look_cb (gpointer user_data)
{
  look (user_data);
}

/**
 * syl_agent_call_new:
 * @agent: an agent that has its name, and outlives the call
 *
 * It does not hold the agent, but for the time in which the program starts.
 *
 * Returns: (transfer full): the call, which keeps the time from now on
 */
SylAgentCall *
syl_agent_call_new (SylAgent *agent)
{
  g_autofree char *folder = syl_library_dup_data_directory_default ();
  SylAgentCall *self = g_new0 (SylAgentCall, 1);

  self->agent = agent;
  self->path = g_build_filename (folder, "library.db", NULL);
  self->cancellable = g_cancellable_new ();
  self->timer = syl_wall_timer_new (NULL, look_cb, self);
  self->watch = syl_agent_watch_new (self->path, look_cb, self);
  look (self);
  return self;
}

/**
 * syl_agent_call_free:
 * @self: (transfer full): the call
 */
void
syl_agent_call_free (SylAgentCall *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  syl_wall_timer_free (self->timer);
  syl_agent_watch_free (self->watch);
  g_free (self->path);
  g_free (self);
}
