/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/syl-source.h"

#include "model/syl-source-private.h"
#include "text/syl-uri.h"

struct _SylSource
{
  GObject parent_instance;

  SylSourceFacts *facts; /* owned */
  char *domain;
  char *line; /* authors and year */
};

typedef enum
{
  PROP_ID = 1,
  PROP_SLUG,
  PROP_TITLE,
  PROP_URI,
  PROP_DOMAIN,
  PROP_KIND,
  PROP_MAIN,
  PROP_FACTS,
  PROP_ARXIV,
  PROP_DOI,
  PROP_CODE,
  PROP_TICKED,
  PROP_VISITED,
} SylSourceProps;

static GParamSpec *properties[PROP_VISITED + 1];

G_DEFINE_FINAL_TYPE (SylSource, syl_source, G_TYPE_OBJECT)

/**
 * syl_source_facts_free:
 * @facts: (transfer full): facts, on any thread
 */
void
syl_source_facts_free (SylSourceFacts *facts)
{
  g_free (facts->slug);
  g_free (facts->title);
  g_free (facts->uri);
  g_free (facts->kind);
  g_free (facts->authors);
  g_free (facts->arxiv);
  g_free (facts->doi);
  g_free (facts->code);
  g_free (facts->visited);
  g_free (facts);
}

static void
syl_source_finalize (GObject *object)
{
  SylSource *self = SYL_SOURCE (object);

  syl_source_facts_free (self->facts);
  g_free (self->domain);
  g_free (self->line);

  G_OBJECT_CLASS (syl_source_parent_class)->finalize (object);
}

static void
syl_source_get_property (GObject    *object,
                         guint       property_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  SylSource *self = SYL_SOURCE (object);

  switch ((SylSourceProps) property_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->facts->id);
      break;
    case PROP_SLUG:
      g_value_set_string (value, self->facts->slug);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->facts->title);
      break;
    case PROP_URI:
      g_value_set_string (value, self->facts->uri);
      break;
    case PROP_DOMAIN:
      g_value_set_string (value, self->domain);
      break;
    case PROP_KIND:
      g_value_set_string (value, self->facts->kind);
      break;
    case PROP_MAIN:
      g_value_set_boolean (value, self->facts->main);
      break;
    case PROP_FACTS:
      g_value_set_string (value, self->line);
      break;
    case PROP_ARXIV:
      g_value_set_string (value, self->facts->arxiv);
      break;
    case PROP_DOI:
      g_value_set_string (value, self->facts->doi);
      break;
    case PROP_CODE:
      g_value_set_string (value, self->facts->code);
      break;
    case PROP_TICKED:
      g_value_set_boolean (value, self->facts->ticked);
      break;
    case PROP_VISITED:
      g_value_set_string (value, self->facts->visited);
      break;
    }
}

static void
add_string (SylSourceProps  id,
            const char     *name)
{
  properties[id] = g_param_spec_string (name, NULL, NULL, NULL,
                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
syl_source_class_init (SylSourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = syl_source_finalize;
  object_class->get_property = syl_source_get_property;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  add_string (PROP_SLUG, "slug");
  add_string (PROP_TITLE, "title");
  add_string (PROP_URI, "uri");
  add_string (PROP_DOMAIN, "domain");
  add_string (PROP_KIND, "kind");
  properties[PROP_MAIN] = g_param_spec_boolean ("main", NULL, NULL, FALSE,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  add_string (PROP_FACTS, "facts");
  add_string (PROP_ARXIV, "arxiv");
  add_string (PROP_DOI, "doi");
  add_string (PROP_CODE, "code");
  properties[PROP_TICKED] = g_param_spec_boolean ("ticked", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  add_string (PROP_VISITED, "visited");
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
syl_source_init (SylSource *self)
{
}

#define MAX_NAMES 3

/* Names were joined by ", "; “others” is how bibliographies end a list that is not whole. */
static char *
dup_authors (const char *joined)
{
  g_auto (GStrv) names = g_strsplit (joined != NULL ? joined : "", ", ", -1);
  unsigned int n_names = g_strv_length (names);

  if (n_names > MAX_NAMES || (n_names > 1 && g_str_equal (names[n_names - 1], "others")))
    return g_strconcat (names[0], " et al.", NULL);
  return g_strdup (joined != NULL ? joined : "");
}

static char *
make_line (const SylSourceFacts *facts)
{
  g_autofree char *authors = dup_authors (facts->authors);

  if (*authors != '\0' && facts->year > 0)
    return g_strdup_printf ("%s · %u", authors, facts->year);
  if (facts->year > 0)
    return g_strdup_printf ("%u", facts->year);
  return g_steal_pointer (&authors);
}

/* Takes over @facts. */
SylSource *
_syl_source_new (SylSourceFacts *facts)
{
  SylSource *self = g_object_new (SYL_TYPE_SOURCE, NULL);

  self->facts = facts;
  self->domain = syl_uri_dup_domain (facts->uri);
  self->line = make_line (facts);
  return self;
}

void
_syl_source_set_progress (SylSource  *self,
                          gboolean    ticked,
                          const char *visited)
{
  if (self->facts->ticked != ticked)
    {
      self->facts->ticked = ticked;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TICKED]);
    }
  if (g_set_str (&self->facts->visited, visited))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VISITED]);
}

/**
 * syl_source_get_id:
 * @self: a source
 *
 * Returns: its row in the database
 */
gint64
syl_source_get_id (SylSource *self)
{
  return self->facts->id;
}

/**
 * syl_source_get_slug:
 * @self: a source
 *
 * Returns: (transfer none): its id within the list
 */
const char *
syl_source_get_slug (SylSource *self)
{
  return self->facts->slug;
}

/**
 * syl_source_get_title:
 * @self: a source
 *
 * Returns: (transfer none): its title
 */
const char *
syl_source_get_title (SylSource *self)
{
  return self->facts->title;
}

/**
 * syl_source_get_uri:
 * @self: a source
 *
 * Returns: (transfer none): its address, http or https
 */
const char *
syl_source_get_uri (SylSource *self)
{
  return self->facts->uri;
}

/**
 * syl_source_get_domain:
 * @self: a source
 *
 * Returns: (transfer none): the host to show for it, "" if there is none
 */
const char *
syl_source_get_domain (SylSource *self)
{
  return self->domain;
}

/**
 * syl_source_get_kind:
 * @self: a source
 *
 * Returns: (transfer none): one of the kinds of the list format, such as "paper"
 */
const char *
syl_source_get_kind (SylSource *self)
{
  return self->facts->kind;
}

/**
 * syl_source_get_main:
 * @self: a source
 *
 * Returns: %TRUE for what the pick is about, %FALSE for a see-also
 */
gboolean
syl_source_get_main (SylSource *self)
{
  return self->facts->main;
}

/**
 * syl_source_get_ticked:
 * @self: a source
 *
 * Returns: whether the reader is done with it
 */
gboolean
syl_source_get_ticked (SylSource *self)
{
  return self->facts->ticked;
}

/**
 * syl_source_get_visited:
 * @self: a source
 *
 * Returns: (nullable): when it was last opened, in ISO 8601 and UTC; %NULL if never
 */
const char *
syl_source_get_visited (SylSource *self)
{
  return self->facts->visited;
}
